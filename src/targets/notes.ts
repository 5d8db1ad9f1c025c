import { findDrivingTexts, findWrittenModules } from '../analysis/driving-text.js';
import type { Facts } from '../analysis/facts.js';
import { spellPlace } from '../analysis/places.js';
import { diagnostic } from '../diagnostics.js';
import type { Finish } from './target.js';

/**
 * What stands in a file besides run sites and matters in the target:
 *
 *     %run helpers.py     notebook: what drives a loop in that file still fails (rule 24)
 *     exec("asyncio.run(main())")   notebook, repl: text is never converted
 *     %%writefile a.py    notebook: the same of a module that the notebook writes and imports
 *     uvloop.install()    notebook, repl: the loop has been made already
 *     util.startLoop()    script: there is no loop to nest in
 */
export function findNotes({ module, settings, sites }: Facts): readonly Finish[] {
  // a transform of one form speaks of that form
  if (settings.from !== undefined) return [];
  const notes: Finish[] = [];
  if (settings.to === 'notebook' || settings.to === 'repl') {
    for (const call of module.calls('uvloop.install')) notes.push(note(diagnostic(call.node, 'LS810')));
    for (const { call, runner } of findDrivingTexts(module)) notes.push(note(diagnostic(call, 'LS512', runner)));
    for (const { magic, file, by } of findWrittenModules(module))
      notes.push(note(diagnostic(magic, 'LS513', file, spellPlace(by, module))));
  }
  if (settings.to === 'notebook' && sites.length > 0) {
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

function note(each: ReturnType<typeof diagnostic>): Finish {
  return { kind: 'note', note: each };
}
