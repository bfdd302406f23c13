package org.crossaisle.server.http;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;

/** The general part of the API description. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Crossaisle",
                        version = "0.1",
                        description = "Recommends across the categories of a shop, and says why. Every failure is a"
                                + " problem document of RFC 9457. There is no authentication yet.",
                        license =
                                @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0.txt")))
public final class ApiDescription extends Application {}
