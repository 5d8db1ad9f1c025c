import type Parser from 'tree-sitter';

/** The class of the package. The command line is built with another module in place of this one, which holds the package's JavaScript. */
export function loadTreeSitter(require: NodeJS.Require): typeof Parser {
  // `require` costs 10 ms less than `import` for this CommonJS package.
  return require('tree-sitter') as typeof Parser;
}
