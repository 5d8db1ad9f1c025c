// Files whose text is what is imported, as the build has it: the style and the script of the page.
module.exports = {
  process: (text) => ({ code: `module.exports = { __esModule: true, default: ${JSON.stringify(text)} };` }),
};
