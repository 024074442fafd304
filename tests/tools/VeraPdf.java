import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.*;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.*;

/** Files (a path a line on standard input) become what veraPDF finds wrong with them: a line a broken rule, with the
 * file, the flavour, the rule, what it says and where. One process for all files: starting takes longer than checking. */
public class VeraPdf {
    public static void main(String[] flavours) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        VeraPDFFoundry foundry = Foundries.defaultInstance();
        List<PDFAFlavour> wanted = new ArrayList<>();
        for (String flavour : flavours) wanted.add(PDFAFlavour.byFlavourId(flavour));
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, "UTF-8");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String file; (file = in.readLine()) != null; ) {
            try (PDFAParser parser = foundry.createParser(new FileInputStream(file), wanted.get(0))) {
                PDFAValidator validator = foundry.createValidator(wanted);
                for (ValidationResult result : validator.validateAll(parser)) {
                    String flavour = result.getPDFAFlavour().getId();
                    Set<String> told = new TreeSet<>();
                    for (TestAssertion test : result.getTestAssertions()) {
                        if (test.getStatus() != TestAssertion.Status.FAILED) continue;
                        String rule = test.getRuleId().getClause() + "-" + test.getRuleId().getTestNumber();
                        if (told.add(rule)) say(out, file, flavour, rule, test.getMessage(), test.getLocation().getContext());
                    }
                    if (told.isEmpty() != result.isCompliant()) say(out, file, flavour, "?", "no verdict", "");
                    say(out, file, flavour, "checks", String.valueOf(result.getTotalAssertions()), "");
                }
            } catch (Exception error) {
                say(out, file, "", "unreadable", String.valueOf(error), "");
            }
        }
    }

    private static void say(PrintStream out, String... words) {
        StringJoiner line = new StringJoiner("\t");
        for (String word : words) line.add(word == null ? "" : word.replaceAll("\\s+", " "));
        out.println(line);
    }
}
