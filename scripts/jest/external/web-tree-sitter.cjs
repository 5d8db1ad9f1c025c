module.exports = require('./load.cjs')('web-tree-sitter');
