import type { Range } from '../text.js';
import type { SyntaxFault } from './faults.js';
import { checkLayout } from './layout.js';
import type { Draft } from './tree.js';

/**
 * What the grammar lets through though no Python 3 does: Python 2, blocks that do not line up, and what a cheap look
 * finds. A text without a fault is not proved valid.
 *
 * @param leadingIndent the whole text may be indented, as a cell may
 */
export function findInvalid(
  order: readonly Draft[],
  text: string,
  range: Range,
  leadingIndent: boolean,
): SyntaxFault[] {
  const faults: SyntaxFault[] = [];
  for (const node of order) {
    const fault = checkNode(node, text) ?? checkLayout(node, text, range, leadingIndent);
    if (fault !== undefined) faults.push(fault);
  }
  return faults;
}

/** Python's tokenizer keeps a stack of a hundred levels. */
function isTooDeep(block: Draft): boolean {
  let levels = 0;
  for (let up: Draft | undefined = block; up !== undefined && levels < 100; up = up.parent)
    if (up.type === 'block') levels++;
  return levels >= 100;
}

function checkNode(node: Draft, text: string): SyntaxFault | undefined {
  switch (node.type) {
    case 'identifier':
      return isKeyword(node, text) ? fault(node, `unexpected \`${spelling(node, text)}\``) : undefined;
    case 'block':
      if (!node.children.some((child) => child.type !== 'comment')) return fault(node, 'expected an indented block');
      return isTooDeep(node) ? fault(node, 'too many levels of indentation') : undefined;
    case 'comparison_operator':
      return node.operator === '<>' ? fault(node, '`<>` is `!=` in Python 3') : undefined;
    case 'integer':
      return isOldInteger(spelling(node, text))
        ? fault(node, `\`${spelling(node, text)}\` is no number in Python 3`)
        : undefined;
    case 'string_start':
      return checkQuote(node, spelling(node, text));
    case 'raise_statement':
      return node.children[0]?.type === 'expression_list'
        ? fault(node, '`raise E, value` is `raise E(value)` in Python 3')
        : undefined;
    case 'await':
      return node.children.some((child) => child.type === 'unary_operator' || child.type === 'await')
        ? fault(node, 'the operand of `await` needs parentheses')
        : undefined;
    case 'named_expression':
      return node.parent?.type === 'expression_statement' ? fault(node, '`:=` needs parentheses here') : undefined;
    case 'list_splat':
      return node.children.some((child) => child.type === 'list_splat') ? fault(node, 'unexpected `**`') : undefined;
    case 'argument_list':
      return checkArguments(node);
    case 'parameters':
    case 'lambda_parameters':
      return checkParameters(node);
    default:
      return undefined;
  }
}

const KEYWORDS = new Set(
  'False None True and as assert break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'.split(
    ' ',
  ),
);

/** The grammar takes a keyword for a name where it expects one: `else` without a colon, `f(class=1)`. */
function isKeyword(node: Range, text: string): boolean {
  const length = node.end - node.start;
  return length >= 2 && length <= 8 && KEYWORDS.has(spelling(node, text));
}

/** 0777, 10L */
function isOldInteger(spelled: string): boolean {
  return /^(?:0[0-9_]*[1-9][0-9_]*|.*[lL])$/.test(spelled);
}

/** `x`, ur"x" */
function checkQuote(quote: Draft, spelled: string): SyntaxFault | undefined {
  if (spelled === '`') return fault(quote, 'backticks are `repr()` in Python 3');
  return /^(?:u[a-z]|[a-z]u)/i.test(spelled) ? fault(quote, `\`${spelled}\` opens no string in Python 3`) : undefined;
}

/** f(a=1, b)   f(**a, *b) */
function checkArguments(list: Draft): SyntaxFault | undefined {
  let behind: 'keyword' | 'unpacking' | undefined;
  for (const argument of list.children) {
    const { type } = argument;
    if (type === 'dictionary_splat') behind = 'unpacking';
    else if (type === 'keyword_argument') behind ??= 'keyword';
    else if (type === 'comment' || behind === undefined) continue;
    else if (type !== 'list_splat' || behind === 'unpacking')
      return fault(argument, 'positional argument follows keyword argument');
  }
  return undefined;
}

/** def f(a=1, b): */
function checkParameters(list: Draft): SyntaxFault | undefined {
  let defaulted = false;
  for (const parameter of list.children) {
    const { type } = parameter;
    const first = parameter.children[0]?.type;
    if (type === 'keyword_separator' || type === 'list_splat_pattern' || first === 'list_splat_pattern')
      return undefined;
    if (type === 'default_parameter' || type === 'typed_default_parameter') defaulted = true;
    else if (defaulted && (type === 'identifier' || (type === 'typed_parameter' && first === 'identifier'))) {
      return fault(parameter, 'parameter without a default follows parameter with a default');
    }
  }
  return undefined;
}

function spelling({ start, end }: Range, text: string): string {
  return text.slice(start, end);
}

function fault({ start, end }: Range, message: string): SyntaxFault {
  return { kind: 'syntax', start, end, message };
}
