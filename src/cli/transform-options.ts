import { didYouMean } from '../batch/closest.js';
import { findFault } from '../own/options.js';
import type { Conversion, OptionSpec, OptionValue, Transform } from '../transform.js';
import { UsageError } from './usage-error.js';

/** The options of a transform by name, and what is known of each. */
export function optionsOf({ options = {} }: Transform | Conversion): ReadonlyMap<string, OptionSpec<OptionValue>> {
  return new Map(Object.entries(options as Readonly<Record<string, OptionSpec<OptionValue>>>));
}

/**
 * What `--option NAME.KEY=VALUE` says, by transform.
 *
 * @throws {UsageError} for what no transform of `all` has, or a value of the wrong kind
 */
export function readTransformOptions(
  texts: readonly string[],
  all: readonly (Transform | Conversion)[],
): ReadonlyMap<Transform | Conversion, Readonly<Record<string, OptionValue>>> {
  const found = new Map<Transform | Conversion, Record<string, OptionValue>>();
  for (const text of texts) {
    const [, name = '', key = '', value] = /^([^.=]+)\.([^=]+?)(?:=(.*))?$/s.exec(text) ?? [];
    if (name === '') throw new UsageError(`--option: \`${text}\` is not NAME.KEY=VALUE`);
    const transform = all.find((each) => each.name === name);
    const names = all.map((each) => each.name);
    if (transform === undefined) throw new UsageError(`--option: \`${name}\` is not run${meant(name, names)}`);
    const specs = optionsOf(transform);
    const spec = specs.get(key);
    if (spec === undefined)
      throw new UsageError(`--option: \`${name}\` has no option \`${key}\`${meant(key, [...specs.keys()])}`);
    found.set(transform, { ...found.get(transform), [key]: readValue(text, value, spec) });
  }
  return found;
}

function meant(name: string, known: readonly string[]): string {
  return didYouMean(name, known) || (known.length > 0 ? `: there is ${known.join(', ')}` : '');
}

/** The default says what type a value has. */
function readValue(text: string, value: string | undefined, spec: OptionSpec<OptionValue>): OptionValue {
  const model = spec.default;
  if (value === undefined && typeof model !== 'boolean') throw new UsageError(`--option: ${text} needs a value`);
  const read = parse(value ?? 'true', model);
  const fault = findFault(read, spec);
  if (fault !== undefined) throw new UsageError(`--option: ${text}: ${fault}`);
  return read;
}

/** The value, or the text as it stands where it is none of that type. */
function parse(text: string, model: OptionValue): OptionValue {
  switch (typeof model) {
    case 'boolean':
      return text === 'true' || text === 'false' ? text === 'true' : text;
    case 'number':
      return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
    case 'string':
      return text;
    case 'object':
      return text.split(',').filter((each) => each !== '');
  }
}
