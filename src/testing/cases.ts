import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConvertOptions } from '../options.js';
import type { OptionValue } from '../transform.js';

/** One case of a fixture folder: `<name>.input.py`, `<name>.output.py`, `<name>.options.json`. */
export interface Case {
  readonly name: string;
  readonly extension: string;
  readonly input: string;
  /** Equal to `input` where there is no output file. */
  readonly output: string;
  readonly isNoOp: boolean;
  readonly options: CaseOptions;
  /** Where the output is, or would be. */
  readonly outputPath: string;
}

export interface CaseOptions extends ConvertOptions {
  /** Expected diagnostics that no comment can stand beside, as `line code` or `cell:line code`. */
  readonly diagnostics?: readonly string[];
  /** The transform's own options. */
  readonly options?: Readonly<Record<string, OptionValue>>;
  /** `none: <why>` leaves the case out of the behaviour suite, which runs input and output for real. */
  readonly behaviour?: string;
  /** The Python of the input, where it does not run on the one that the output is for. */
  readonly homePython?: string;
}

/** The cases of a folder: those that must stay as they are first, then by name. */
export function readCases(folder: string, options: CaseOptions): readonly Case[] {
  const inherited = { ...options, ...readOptions(join(folder, 'options.json')) };
  const cases = readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const found = /^(.+)\.input(\.\w+)$/.exec(file);
      return found === null ? [] : [readCase(folder, found[1] ?? '', found[2] ?? '', inherited)];
    });
  return [...cases.filter((each) => each.isNoOp), ...cases.filter((each) => !each.isNoOp)];
}

/**
 * A folder that holds no case, or a file of none, would be a test that cannot fail.
 *
 * @throws with what is missing
 */
export function requireCases(folder: string, below: readonly string[]): void {
  const files = below.flatMap((each) =>
    existsSync(join(folder, each)) ? readdirSync(join(folder, each)).map((file) => join(each, file)) : [],
  );
  const inputs = new Set(files.flatMap((file) => /^(.+)\.input\.\w+$/.exec(file)?.[1] ?? []));
  if (inputs.size === 0)
    throw new Error(`loopshift: no case in ${folder}: one is a file <case>.input.py, with <case>.output.py beside it`);
  const orphan = files.find((file) => {
    const name = /^(.+)\.(?:output\.\w+|options\.json)$/.exec(file)?.[1];
    return name !== undefined && !inputs.has(name);
  });
  if (orphan !== undefined)
    throw new Error(`loopshift: ${join(folder, orphan)} belongs to no case: it has no input file beside it`);
}

/** Folders below, at any depth, one a topic. An `options.json` in one says what its cases are converted with. */
export function readSubfolders(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => [name, ...readSubfolders(join(folder, name)).map((below) => `${name}/${below}`)])
    .sort();
}

/** Makes the output file hold `text`, or takes it away where the case is to stay as it is. */
export function updateCase(each: Case, text: string): void {
  if (text !== each.input) writeFileSync(each.outputPath, text);
  else rmSync(each.outputPath, { force: true });
}

function readCase(folder: string, name: string, extension: string, inherited: CaseOptions): Case {
  const input = readText(join(folder, `${name}.input${extension}`));
  const outputPath = join(folder, `${name}.output${extension}`);
  const isNoOp = !existsSync(outputPath);
  const options = { ...inherited, ...readOptions(join(folder, `${name}.options.json`)) };
  return { name, extension, input, output: isNoOp ? input : readText(outputPath), isNoOp, options, outputPath };
}

function readOptions(path: string): CaseOptions {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as CaseOptions) : {};
}

/** Bytes, as text that gives the same bytes again: a byte order mark stays, and what is not UTF-8 is refused. */
function readText(path: string): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
}
