import type { Conversion, OptionSpec, OptionSpecs, OptionValue, Transform } from '../transform.js';

/** Every option with what is given for it, else its default. */
export function resolveOptions<Options extends object>(
  { options: specs }: Transform<Options> | Conversion<Options>,
  given: Partial<Options>,
): Options {
  const rows = Object.entries(specs ?? {}) as readonly (readonly [string, OptionSpec<OptionValue>])[];
  const values = given as Readonly<Record<string, OptionValue | undefined>>;
  const names = rows.map(([name]) => name);
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new Error(`it has no option \`${unknown}\`${names.length > 0 ? `: there are ${names.join(', ')}` : ''}`);
  const resolved = rows.map(([name, spec]) => {
    const value = values[name] ?? spec.default;
    const fault = findFault(value, spec);
    if (fault !== undefined) throw new Error(`its option \`${name}\` ${fault}`);
    return [name, value] as const;
  });
  return Object.fromEntries(resolved) as Options;
}

/** What is wrong with a value, as the end of a sentence: `must be a number`. The default says what type it has. */
export function findFault(value: unknown, { default: model, choices }: OptionSpec<OptionValue>): string | undefined {
  if (Array.isArray(model)) {
    const isList = Array.isArray(value) && value.every((each) => typeof each === 'string');
    return isList ? undefined : 'must be a list of strings';
  }
  if (typeof value !== typeof model) {
    return typeof model === 'boolean' ? 'must be true or false' : `must be a ${typeof model}`;
  }
  const isOneOf = choices === undefined || choices.includes(value as OptionValue);
  return isOneOf ? undefined : `must be one of ${choices.join(', ')}`;
}

/** What is wrong with the options that a transform declares, or `undefined`. */
export function findFaultOfSpecs(specs: OptionSpecs<object>): string | undefined {
  for (const [name, spec] of Object.entries(specs as Readonly<Record<string, unknown>>)) {
    if (typeof spec !== 'object' || spec === null) return `its option \`${name}\` is no object`;
    const { summary, default: model } = spec as Readonly<Record<string, unknown>>;
    if (typeof summary !== 'string') return `its option \`${name}\` has no summary`;
    const isValue = ['string', 'number', 'boolean'].includes(typeof model) || Array.isArray(model);
    if (!isValue)
      return `its option \`${name}\` has no default; a string, number, boolean or list of strings says its type`;
    const fault = findFault(model, spec as OptionSpec<OptionValue>);
    if (fault !== undefined) return `the default of its option \`${name}\` ${fault}`;
  }
  return undefined;
}
