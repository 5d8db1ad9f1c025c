declare const __LOOPSHIFT_VERSION__: string | undefined;

/** Set by the build; a run from the sources has none. */
export const VERSION: string = typeof __LOOPSHIFT_VERSION__ === 'string' ? __LOOPSHIFT_VERSION__ : '0.0.0';

declare const __LOOPSHIFT_BUILD__: string | undefined;

/** Another one for every change of the code: what a cache holds is as old as the code that made it. */
export const BUILD: string = typeof __LOOPSHIFT_BUILD__ === 'string' ? __LOOPSHIFT_BUILD__ : VERSION;
