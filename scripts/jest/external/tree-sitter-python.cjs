module.exports = require('./load.cjs')('tree-sitter-python');
