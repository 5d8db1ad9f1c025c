module.exports = require('./load.cjs')('magic-string');
