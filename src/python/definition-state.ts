import { attributesNamed } from './attributes.js';
import type { Module } from './module.js';
import { field, type Node } from './node.js';
import type { Binding } from './scopes.js';
import { enclosingFunction } from './standing.js';

/**
 * Whether what a def or a class evaluates where it stands may give something else earlier: it looks into an object that other
 * statements change, not only at which object it is.
 *
 *     def f(n=len(items)): …         the items there are by then
 *     class K: mode = conf.mode      so is this
 *     class K(*bases): …             and this
 *     def f(n=items): …              the same list, whenever
 *     def f(n=LIMIT * 2): …          LIMIT = 10
 *
 * @param evaluated The nodes that are evaluated where the statement stands.
 */
export function readsState(evaluated: Iterable<Node>, module: Module): boolean {
  for (const node of evaluated) {
    const binding = node.type === 'identifier' ? module.scopes.bindingOf(node) : undefined;
    const isRead = binding?.references.includes(node) ?? false;
    if (binding !== undefined && isRead && binding.scope.kind === 'module' && mayHaveChanged(node, binding, module))
      return true;
  }
  return false;
}

function mayHaveChanged(read: Node, binding: Binding, module: Module): boolean {
  const { definitions } = binding;
  if (definitions.some(({ node }) => enclosingFunction(node) !== undefined)) return true;
  if (definitions.every(({ kind }) => /^(?:import|def|class|type)$/.test(kind)))
    return isAttributeSet(read, binding, module);
  return !isIdentity(read) && !definitions.every(({ value }) => value !== undefined && isConstant(value));
}

/** `Settings.debug` where the file says `Settings.debug = True` somewhere. */
function isAttributeSet(read: Node, binding: Binding, module: Module): boolean {
  const attribute = read.parent?.type === 'attribute' && read.field === 'object' ? read.parent : undefined;
  if (attribute === undefined) return false;
  return attributesNamed(module.text(field(attribute, 'attribute') as Node), module).some((other) => {
    const object = field(other, 'object');
    const isSet = /assignment$/.test(other.parent?.type ?? '') && other.field === 'left';
    return isSet && object?.type === 'identifier' && module.scopes.bindingOf(object) === binding;
  });
}

/** A place that takes the object as it is: a default, a base, an annotation, the value of an attribute. */
function isIdentity(read: Node): boolean {
  const { parent } = read;
  switch (parent?.type) {
    case 'default_parameter':
    case 'typed_default_parameter':
    case 'assignment':
    case 'type':
    case 'decorator':
      return true;
    case 'argument_list':
      return parent.parent?.type === 'class_definition';
    case 'keyword_argument':
      return parent.parent?.parent?.type === 'class_definition';
    default:
      return false;
  }
}

/** What no statement can change. */
function isConstant(value: Node): boolean {
  switch (value.type) {
    case 'string':
    case 'concatenated_string':
    case 'integer':
    case 'float':
    case 'true':
    case 'false':
    case 'none':
      return true;
    case 'tuple':
    case 'unary_operator':
    case 'binary_operator':
    case 'parenthesized_expression':
      return value.children.every((child) => child.type === 'comment' || isConstant(child));
    default:
      return false;
  }
}
