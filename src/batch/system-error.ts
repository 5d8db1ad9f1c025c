/** What the operating system said, without Node's trimmings: `EACCES: permission denied, open 'x'` → `permission denied`. */
export function systemMessage(error: unknown): string {
  const text = errorMessage(error);
  return /^[A-Z0-9_]+: (.*?)(?:, \w+(?: '.*)?)?$/s.exec(text)?.[1] ?? text;
}

export function hasSystemCode(error: unknown, ...codes: readonly string[]): boolean {
  return codes.includes(String(property(error, 'code')));
}

/** The message of whatever was thrown, of another realm too. */
export function errorMessage(error: unknown): string {
  return String(property(error, 'message') ?? error);
}

function property(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
}
