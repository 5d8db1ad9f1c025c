declare const __LOOPSHIFT_VERSION__: string | undefined;

/** Set by the build; a run from the sources has none. */
export const VERSION: string = typeof __LOOPSHIFT_VERSION__ === 'string' ? __LOOPSHIFT_VERSION__ : '0.0.0';
