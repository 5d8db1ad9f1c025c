import type { Work } from '../batch/convert-bytes.js';
import type { Source } from '../documents/document.js';
import type { ConvertOptions, Offer } from '../options.js';
import type { Result } from '../result.js';

/** `all`: this one and every later one, in later files too. `quit`: no more, but keep what was accepted. `cancel`: Ctrl-C. */
export type Answer = 'yes' | 'no' | 'all' | 'quit' | 'cancel';

export interface Question {
  readonly offer: Offer;
  /** 1-based number among the `of` questions of its file; how many there are may change with the answers. */
  readonly number: number;
  readonly of: number;
  /** The file with what was accepted so far, and with this one too. */
  readonly before: Result;
  readonly after: Result;
  /** The file with everything that was not turned down. */
  readonly whole: Result;
}

/** What is done to each file, asked about group by group. */
export interface Interview {
  readonly work: (source: Source, options: ConvertOptions) => Promise<Result>;
  /** What comes of the answers: `asking` as long as there is more to ask, or to do without asking. */
  readonly state: 'asking' | 'quit' | 'cancelled';
}

/**
 * Asks about everything that `work` would write, one group of sites after the other. What each question shows is planned anew
 * with the answers so far, since an import, or nest_asyncio, goes only with the last site that needs it. After `cancel` the file in
 * hand stays as it is.
 */
export function createInterview(work: Work, ask: (question: Question) => Promise<Answer>): Interview {
  let state: Interview['state'] = 'asking';
  let takesAll = false;
  return {
    get state() {
      return state;
    },
    async work(source, options) {
      const accepted = new Set<string>();
      const declined = new Set<string>();
      while (state === 'asking' && !takesAll) {
        const { offers, whole } = await offered(source, options, declined);
        const open = offers.filter(({ id }) => !accepted.has(id));
        const [offer] = open;
        if (offer === undefined) break;
        const before = await decided(source, options, accepted);
        const after = await decided(source, options, new Set([...accepted, offer.id]));
        const number = accepted.size + declined.size + 1;
        const answer = await ask({ offer, number, of: number + open.length - 1, before, after, whole });
        if (answer === 'yes' || answer === 'all') accepted.add(offer.id);
        else declined.add(offer.id);
        takesAll = answer === 'all';
        if (answer === 'quit') state = 'quit';
        if (answer === 'cancel') state = 'cancelled';
      }
      if (state === 'cancelled') return decided(source, options, new Set());
      if (state === 'quit') return decided(source, options, accepted);
      return work(source, { ...options, accept: ({ id }) => !declined.has(id) });
    },
  };

  function decided(source: Source, options: ConvertOptions, accepted: ReadonlySet<string>): Result | Promise<Result> {
    return work(source, { ...options, accept: ({ id }) => accepted.has(id) });
  }

  /** Everything that would be written if nothing more were turned down, in the order of the file. */
  async function offered(
    source: Source,
    options: ConvertOptions,
    declined: ReadonlySet<string>,
  ): Promise<{ readonly offers: readonly Offer[]; readonly whole: Result }> {
    const found = new Map<string, Offer>();
    const accept = (offer: Offer) => {
      found.set(offer.id, offer);
      return !declined.has(offer.id);
    };
    const whole = await work(source, { ...options, accept });
    const made = [...found.values()].filter((offer) => !declined.has(offer.id) && isMade(offer, whole));
    return { offers: whole.status === 'changed' ? made : [], whole };
  }
}

/** A group may be offered, and turn out not to fit beside another one. */
function isMade({ group }: Offer, { sites }: Result): boolean {
  return group === undefined || sites.some((site) => site.group === group && site.status === 'converted');
}
