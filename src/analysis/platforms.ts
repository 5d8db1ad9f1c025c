import type { Module } from '../python/module.js';
import { field, type Node, unparenthesized } from '../python/node.js';

/** What names the platform, and what it says on Windows. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['sys.platform', 'win32'],
  ['os.name', 'nt'],
  ['platform.system', 'Windows'],
]);

/**
 * Whether a condition holds on Windows, and nowhere else.
 *
 *     sys.platform == "win32"    os.name == "nt"    platform.system() == "Windows"    sys.platform.startswith("win")
 *     sys.platform == "win32" and sys.version_info >= (3, 8)     what every Python in question is, asks for nothing more
 */
export function isWindowsTest(condition: Node, module: Module): boolean {
  const node = unparenthesized(condition);
  switch (node.type) {
    case 'comparison_operator': {
      const [left, right, ...more] = node.children.filter((child) => child.type !== 'comment');
      if (left === undefined || right === undefined || more.length > 0) return false;
      if (module.text({ start: left.end, end: right.start }).trim() !== '==') return false;
      return isPair(left, right, module) || isPair(right, left, module);
    }
    case 'call': {
      const callee = field(node, 'function') as Node;
      const [start] = module.call(node).args;
      const isStart = callee.type === 'attribute' && module.text(field(callee, 'attribute') as Node) === 'startswith';
      if (!isStart || start === undefined || module.resolve(field(callee, 'object') as Node) !== 'sys.platform')
        return false;
      return /^win(?:32)?$/.test(literalOf(start, module) ?? '');
    }
    case 'boolean_operator': {
      const [left, right] = [field(node, 'left'), field(node, 'right')];
      if (left === undefined || right === undefined) return false;
      if (module.text({ start: left.end, end: right.start }).trim() !== 'and') return false;
      return (
        (isWindowsTest(left, module) && isOldVersionTest(right, module)) ||
        (isOldVersionTest(left, module) && isWindowsTest(right, module))
      );
    }
    default:
      return false;
  }
}

function isPair(named: Node, literal: Node, module: Module): boolean {
  const expression = named.type === 'call' && module.call(named).args.length === 0 ? field(named, 'function') : named;
  const wanted = NAMES.get(module.resolve(expression as Node) ?? '');
  return wanted !== undefined && literalOf(literal, module) === wanted;
}

/** `sys.version_info >= (3, 8)`: true of every Python that has `loop_factory=`. */
function isOldVersionTest(condition: Node, module: Module): boolean {
  const node = unparenthesized(condition);
  const [left, right, ...more] = node.children.filter((child) => child.type !== 'comment');
  if (node.type !== 'comparison_operator' || left === undefined || right === undefined || more.length > 0) return false;
  const isAtLeast = /^>=?$/.test(module.text({ start: left.end, end: right.start }).trim());
  const numbers = /^\(\s*3\s*,\s*(\d+)\s*(?:,[\s\d,]*)?\)$/.exec(module.text(right));
  return isAtLeast && module.resolve(left) === 'sys.version_info' && Number(numbers?.[1] ?? 99) < 12;
}

function literalOf(node: Node, module: Module): string | undefined {
  return node.type === 'string' ? /^(["'])(\w*)\1$/.exec(module.text(node))?.[2] : undefined;
}
