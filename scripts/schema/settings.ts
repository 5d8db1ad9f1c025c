import { SETTINGS_KEYS, SETTINGS_NAMES } from '../../src/batch/settings-keys.js';
import { DRAFT, json } from './json.js';

/** `[tool.loopshift]`, from the keys that are read. */
export function settingsSchema(): string {
  return json({ $schema: DRAFT, title: 'Settings of loopshift', ...settings() });
}

/** A pyproject.toml of which nothing is known besides: for editors that take a schema for a whole file. */
export function pyprojectSchema(): string {
  const tool = { type: 'object', properties: { loopshift: settings() } };
  return json({ $schema: DRAFT, title: 'pyproject.toml with [tool.loopshift]', type: 'object', properties: { tool } });
}

function settings(): object {
  const rows = SETTINGS_NAMES.map((name) => {
    const { summary, fallback, schema } = SETTINGS_KEYS[name];
    return [name, { description: summary, default: fallback, ...schema }];
  });
  return { type: 'object', properties: Object.fromEntries(rows), additionalProperties: false };
}
