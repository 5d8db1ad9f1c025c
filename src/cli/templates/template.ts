/** What `loopshift new transform NAME` starts from. In the texts, NAME and CODE stand for the transform's own. */
export interface Template {
  readonly name: string;
  readonly summary: string;
  /** TypeScript that is JavaScript too: a transform needs no annotations. */
  readonly transform: string;
  /** `plain.input.py` and the like, by name. A case without an output must stay as it is. */
  readonly cases: Readonly<Record<string, string>>;
}
