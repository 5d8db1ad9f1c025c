import { findClass, getBases, getLineage } from '../python/classes.js';
import type { Module } from '../python/module.js';
import { field, type Node, unparenthesized } from '../python/node.js';

/** A class of exceptions: one of this file, or a qualified name; `undefined` where the text does not say. */
export type ExceptionType = Node | string | undefined;

/** What builtin exceptions descend from, as far as it is not plain `Exception`. */
const BASES: Readonly<Record<string, string>> = {
  KeyError: 'LookupError',
  IndexError: 'LookupError',
  ZeroDivisionError: 'ArithmeticError',
  OverflowError: 'ArithmeticError',
  FloatingPointError: 'ArithmeticError',
  TimeoutError: 'OSError',
  FileNotFoundError: 'OSError',
  FileExistsError: 'OSError',
  PermissionError: 'OSError',
  ConnectionError: 'OSError',
  ConnectionResetError: 'ConnectionError',
  ConnectionRefusedError: 'ConnectionError',
  ConnectionAbortedError: 'ConnectionError',
  BrokenPipeError: 'ConnectionError',
  UnicodeError: 'ValueError',
  UnicodeDecodeError: 'UnicodeError',
  UnicodeEncodeError: 'UnicodeError',
  ModuleNotFoundError: 'ImportError',
  RecursionError: 'RuntimeError',
  UnboundLocalError: 'NameError',
};

/** Not an `Exception`. */
const BASE_ONLY = /^(?:SystemExit|KeyboardInterrupt|GeneratorExit|CancelledError|BaseExceptionGroup)$/;

/** `ValueError`, `errors.NotFound`, `NotFound("x")`: what is raised, or caught. */
export function exceptionType(expression: Node, module: Module): ExceptionType {
  const node = unparenthesized(expression);
  const named = node.type === 'call' ? (field(node, 'function') as Node) : node;
  return findClass(named, module) ?? module.resolve(named);
}

/** Whether an `except` clause takes an exception; where the text leaves it open, it does. */
export function catches(clause: Node, raised: ExceptionType, module: Module): boolean {
  const value = field(clause, 'value');
  if (value === undefined) return true;
  return caughtBy(value, module).some((caught) => descends(raised, caught, module));
}

/** `except (ValueError, OSError) as error` → both; `ERRORS = (ValueError, OSError)` is looked up. */
function caughtBy(expression: Node, module: Module): readonly ExceptionType[] {
  const node = unparenthesized(expression);
  switch (node.type) {
    case 'as_pattern':
    case 'list_splat':
    case 'tuple':
      return node.children.filter(({ field: name }) => name !== 'alias').flatMap((each) => caughtBy(each, module));
    case 'identifier': {
      const [only, ...others] = module.scopes.bindingOf(node)?.definitions ?? [];
      if (only?.value?.type === 'tuple' && others.length === 0) return caughtBy(only.value, module);
      return [exceptionType(node, module)];
    }
    default:
      return [exceptionType(node, module)];
  }
}

function descends(raised: ExceptionType, caught: ExceptionType, module: Module): boolean {
  if (raised === undefined || caught === undefined) return true;
  if (typeof caught !== 'string') return typeof raised !== 'string' && getLineage(raised, module).includes(caught);
  const names = namesOf(raised, module);
  if (names.some((name) => isSame(name, caught))) return true;
  const last = lastPart(caught);
  if (last === 'BaseException') return true;
  if (last === 'Exception') return !names.some((name) => BASE_ONLY.test(lastPart(name)));
  // both of one library: `httpx.ReadTimeout` may well be an `httpx.HTTPError`
  return names.some((name) => !name.startsWith('builtins.') && firstPart(name) === firstPart(caught));
}

/** The qualified names that an exception goes by: those of others that its class descends from. */
function namesOf(raised: Node | string, module: Module): readonly string[] {
  const own =
    typeof raised === 'string'
      ? [raised]
      : getLineage(raised, module).flatMap((each) =>
          getBases(each).flatMap((base) => (findClass(base, module) === undefined ? (module.resolve(base) ?? []) : [])),
        );
  const names = [...own];
  for (const name of names) {
    const base = /^(?:builtins|asyncio|json)\./.test(name) ? baseOf(lastPart(name)) : undefined;
    if (base !== undefined) names.push(`builtins.${base}`);
  }
  return names;
}

function baseOf(name: string): string | undefined {
  return name === 'JSONDecodeError' ? 'ValueError' : Object.hasOwn(BASES, name) ? BASES[name] : undefined;
}

/** `asyncio.TimeoutError` and `TimeoutError`, `OSError` and `IOError`. */
function isSame(a: string, b: string): boolean {
  if (a === b) return true;
  const [left, right] = [plain(a), plain(b)];
  return left === right && /^(?:TimeoutError|CancelledError|OSError)$/.test(left);
}

function plain(name: string): string {
  return lastPart(name).replace(/^(?:IOError|EnvironmentError)$/, 'OSError');
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function firstPart(name: string): string {
  return name.split('.', 1)[0] as string;
}
