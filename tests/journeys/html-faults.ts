import { HtmlValidate, StaticConfigLoader } from 'html-validate';

// The standard rules of the validator, those for accessibility and those for whole documents. Two do not fit us: files of our own
// server carry no integrity attribute, and a table that scrolls is a region without being a section of the text.
const validator = new HtmlValidate(new StaticConfigLoader({
  root: true, extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'], rules: { 'require-sri': 'off', 'prefer-native-element': ['error', { exclude: ['region'] }] },
}));

/** Everything that the validator has against a page, as lines with their place. */
export async function htmlFaults(path: string, html: string): Promise<string[]> {
  const { results } = await validator.validateString(html, path);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, line, column }) => `${path}:${line}:${column} ${ruleId}: ${message}`));
}
