package org.crossaisle;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class that programs and extensions may rely on. Its public members stay as they are within a major version;
 * a change is announced in the changelog. Nested classes belong to it.
 *
 * <p>A class without this mark may be public only because another of our own packages uses it. It can change or
 * disappear in any release.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PublicApi {}
