package org.crossaisle.io.table;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossaisle.RecsException;

/**
 * The address of a database, without secrets: {@code jdbc:postgresql://host/shop} or {@code jdbc:mysql://host/shop}.
 *
 * @param text as it was named
 */
record DatabaseUrl(String text) {
    private static final String PREFIX = "jdbc:";
    private static final List<String> KINDS = List.of("postgresql", "mysql", "mariadb");
    private static final Pattern ADDRESS = Pattern.compile("jdbc:([a-z]+)://([^/?]+)/([^/?]+)(\\?.*)?");
    private static final Pattern SECRET =
            Pattern.compile("(?i).*[?&](password|pwd|user|[a-z]*(secret|token|password)[a-z]*)=.*");

    DatabaseUrl {
        Matcher address = ADDRESS.matcher(text);
        if (!address.matches() || !KINDS.contains(address.group(1))) {
            throw misuse("a database is named as jdbc:postgresql://HOST/DATABASE or jdbc:mysql://HOST/DATABASE, found "
                    + shown(text));
        }
        if (address.group(2).contains("@") || SECRET.matcher(text).matches()) {
            throw misuse(shown(text) + " holds a user or a password, which other users of this machine can see. Set "
                    + QueryRows.USER + " and " + QueryRows.PASSWORD + " in the environment instead");
        }
    }

    /** True for what names a database rather than a file. */
    static boolean isOne(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith(PREFIX);
    }

    private static RecsException misuse(String message) {
        return new RecsException(RecsException.Code.SETTING_INVALID, message);
    }

    /** Without user, password and parameters, so that it can be printed. */
    private static String shown(String text) {
        return text.replaceFirst("\\?.*", "").replaceFirst("//[^/]*@", "//");
    }

    /** The kind of database, host and name, without parameters: {@code postgresql://host/shop}. */
    String shown() {
        return shown(text).substring(PREFIX.length());
    }

    boolean isPostgresql() {
        return text.startsWith(PREFIX + "postgresql:");
    }

    /** What the driver is given. MariaDB's driver, which reads MySQL as well, takes the name mysql only on request. */
    String forDriver() {
        if (isPostgresql()) {
            return text;
        }
        String named = text.replaceFirst("^jdbc:mysql:", "jdbc:mariadb:");
        return named + (named.contains("?") ? "&" : "?") + "allowMultiQueries=false&allowLocalInfile=false";
    }
}
