import { findClass, getBases, getDecorators, getLineage, getMethods } from '../python/classes.js';
import type { NamedFunction } from '../python/functions.js';
import type { Module } from '../python/module.js';
import { field, type Node } from '../python/node.js';
import { spellPlace } from './places.js';
import type { Obstacle } from './promotion.js';

/** What the class of a method says against making the method async: bases that may call it, overrides, decorators. */
export function findInheritanceObstacle(found: NamedFunction, module: Module): Obstacle | undefined {
  const { owner, name } = found;
  if (owner === undefined) return undefined;
  const [method] = found.definitions;
  const at = method ?? owner;
  const className = field(owner, 'name') as Node;
  const others = module.scopes.bindingOf(className)?.definitions.filter((each) => each.node !== className) ?? [];
  const [other] = others;
  if (other !== undefined) return { code: 'LS422', name: module.text(className), at: other.node };
  const family = getFamily(owner, module);
  for (const member of family) {
    const [rival] = member === owner ? [] : getMethods(member, name, module);
    if (rival !== undefined) return { code: 'LS410', name, at, detail: spellPlace(rival, module) };
    const decorator = getDecorators(member).find((each) => !isHarmless(each, module));
    if (decorator !== undefined) return { code: 'LS428', name, at: member, detail: `@${module.text(decorator)}` };
    for (const base of getBases(member)) {
      if (base.type === 'keyword_argument') return { code: 'LS428', name, at: member, detail: module.text(base) };
      if (findClass(base, module) === undefined && !isUnaware(base, name, module)) {
        return { code: 'LS409', name, at, detail: module.text(base) };
      }
    }
  }
  return undefined;
}

/** The class, what it descends from, what descends from it, and what that descends from besides: `class Both(Cached, Owner)`. */
function getFamily(owner: Node, module: Module): readonly Node[] {
  const up = getLineage(owner, module);
  const down = [...module.find('class_definition')].filter((each) =>
    getLineage(each, module).some((ancestor) => ancestor === owner),
  );
  return [...new Set([...up, ...down.flatMap((each) => [each, ...getLineage(each, module)])])];
}

const HARMLESS =
  /^(?:dataclasses\.dataclass|attrs?\.(?:s|attrs|define|frozen|mutable|dataclass)|functools\.total_ordering|typing\.(?:final|runtime_checkable)|enum\.unique)$/;

function isHarmless(decorator: Node, module: Module): boolean {
  const named = decorator.type === 'call' ? (field(decorator, 'function') as Node) : decorator;
  return HARMLESS.test(module.resolve(named) ?? '');
}

const COLLECTION =
  'append clear copy count extend fromkeys get index insert items keys pop popitem remove reverse setdefault sort update values add discard union intersection difference issubset';

/** Public names of bases whose other methods nobody but the file calls. Special methods are refused before. */
const NAMES_OF_BASES: ReadonlyMap<string, string> = new Map([
  ['builtins.object', ''],
  ['abc.ABC', 'register'],
  ['typing.Generic', ''],
  ['typing.NamedTuple', 'count index'],
  ['threading.local', ''],
  ['enum.Enum', 'name value'],
  ['types.SimpleNamespace', ''],
  ['builtins.dict', COLLECTION],
  ['builtins.list', COLLECTION],
  ['builtins.set', COLLECTION],
  ['collections.UserDict', `${COLLECTION} data`],
  ['collections.UserList', `${COLLECTION} data`],
  [
    'pydantic.BaseModel',
    'dict json copy construct from_orm parse_obj parse_raw parse_file schema schema_json validate update_forward_refs',
  ],
]);

/** The base has no such name, so nothing in it calls the method. */
function isUnaware(base: Node, name: string, module: Module): boolean {
  const named = base.type === 'subscript' ? (field(base, 'value') as Node) : base;
  const meaning = module.resolve(named) ?? '';
  if (/^builtins\.\w*(?:Error|Exception|Warning|Interrupt|Exit)$/.test(meaning))
    return !/^(?:with_traceback|add_note|args)$/.test(name);
  const names = NAMES_OF_BASES.get(meaning);
  return names !== undefined && !names.split(' ').includes(name) && !/^(?:_|model_)/.test(name);
}
