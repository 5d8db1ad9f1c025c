import pc from 'picocolors';

/** The colours of the reports, or their absence; who decides is the command line. */
export type Paint = Readonly<Record<'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan', (text: string) => string>>;

export function createPaint(color: boolean): Paint {
  return pc.createColors(color);
}
