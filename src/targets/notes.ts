import { findDrivingMagics, findDrivingTexts, findWrittenModules } from '../analysis/driving-text.js';
import type { Facts } from '../analysis/facts.js';
import { spellPlace } from '../analysis/places.js';
import { diagnostic } from '../diagnostics.js';
import type { Module } from '../python/module.js';
import { field, type Node } from '../python/node.js';
import type { Finish } from './target.js';

/**
 * What stands in a file besides run sites and matters in the target:
 *
 *     %run helpers.py     notebook: what drives a loop in that file still fails (rule 24)
 *     exec("asyncio.run(main())")   notebook, repl: text is never converted
 *     # MAGIC %time asyncio.run(main())    the same
 *     %%writefile a.py    notebook: the same of a module that the notebook writes and imports
 *     uvloop.install()    notebook, repl: the loop has been made already
 *     django.setup()      notebook, repl, portable: queries are refused where a loop is running
 *     asyncio.create_subprocess_exec(…)    notebook: no kernel of old can, on Windows
 *     util.startLoop()    script: there is no loop to nest in
 */
export function findNotes({ module, settings, sites }: Facts): readonly Finish[] {
  // a transform of one form speaks of that form
  if (settings.from !== undefined) return [];
  const notes: Finish[] = [];
  if (settings.to === 'notebook' || settings.to === 'repl') {
    for (const call of module.calls('uvloop.install')) notes.push(note(diagnostic(call.node, 'LS810')));
    for (const { call, runner } of findDrivingTexts(module)) notes.push(note(diagnostic(call, 'LS512', runner)));
    for (const { runner, ...at } of findDrivingMagics(module)) notes.push(note(diagnostic(at, 'LS512', runner)));
    for (const { magic, file, by } of findWrittenModules(module))
      notes.push(note(diagnostic(magic, 'LS513', file, spellPlace(by, module))));
  }
  if (settings.to !== 'script' && sites.length > 0) {
    const [django] = findDjango(module);
    if (django !== undefined) notes.push(note(diagnostic(django, 'LS812')));
  }
  if (settings.to === 'notebook' && sites.length > 0) {
    const [call] = ['asyncio.create_subprocess_exec', 'asyncio.create_subprocess_shell'].flatMap((name) =>
      module.calls(name),
    );
    if (call !== undefined) notes.push(note(diagnostic(call.node, 'LS813', module.text(call.function))));
    for (const magic of module.document.magics) {
      const file =
        magic.name === 'run' && magic.kind !== 'shell' ? /\S+\.(?:py|ipy|ipynb)\b/.exec(magic.argument) : null;
      if (file !== null) notes.push(note(diagnostic(magic, 'LS507', file[0])));
    }
  }
  if (settings.to === 'script') {
    for (const name of ['ib_insync.util.startLoop', 'ib_async.util.startLoop']) {
      for (const call of module.calls(name))
        notes.push(note(diagnostic(call.node, 'LS811', module.text(call.function))));
    }
  }
  return notes;
}

/** `django.setup()`, `from django.contrib.auth.models import User`: what has to do with its database. */
function findDjango(module: Module): readonly Node[] {
  const isAllowed = [...module.find('string')].some((node) =>
    /^\w*["']DJANGO_ALLOW_ASYNC_UNSAFE/.test(module.text(node)),
  );
  if (isAllowed) return [];
  const imports = [...module.find('import_from_statement')].filter((statement) =>
    /^django\.(?:db|contrib\.\w+\.models)\b/.test(module.text(field(statement, 'module_name') ?? statement)),
  );
  return [...module.calls('django.setup').map(({ node }) => node), ...imports];
}

function note(each: ReturnType<typeof diagnostic>): Finish {
  return { kind: 'note', note: each };
}
