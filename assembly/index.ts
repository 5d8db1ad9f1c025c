export { blankStrings } from './blank-strings';
export { importedNames } from './imported-names';
export { room } from './memory';
export { hasAwaitOutsideAsync } from './stray-await';
export { addWord, find } from './words';
