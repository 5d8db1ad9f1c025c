module.exports = require('./load.cjs')('jiti');
