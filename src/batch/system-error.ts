/** What the operating system said, without Node's trimmings: `EACCES: permission denied, open 'x'` → `permission denied`. */
export function systemMessage(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return /^[A-Z0-9_]+: (.*?)(?:, \w+(?: '.*)?)?$/s.exec(text)?.[1] ?? text;
}

export function hasSystemCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
