package org.crossaisle;

/**
 * The declaration of a setting, read by the command line, the HTTP interface and the documentation.
 *
 * @param name the same everywhere; on the command line in lower case with hyphens
 * @param byDefault the default value in its text form; empty when there is none
 * @param bound the accepted values, such as "in [0, 1)"
 * @param help what it does, in one line
 */
@PublicApi
public record Setting(String name, String byDefault, String bound, String help) {
    public Setting {
        if (name.isBlank() || bound.isBlank() || help.isBlank()) {
            throw new IllegalArgumentException("setting \"" + name + "\" needs a name, a bound and a line of help");
        }
    }

    /** The name as a command-line option: "--cross-share" for "crossShare". */
    public String option() {
        StringBuilder option = new StringBuilder("--");
        name.chars().forEach(letter -> {
            if (Character.isUpperCase(letter)) {
                option.append('-');
            }
            option.appendCodePoint(Character.toLowerCase(letter));
        });
        return option.toString();
    }
}
