/** The package as the test environment loaded it; throws where it could not be loaded, as `require` would have. */
module.exports = function load(name) {
  const found = globalThis.__external[name];
  if (found.unavailable !== undefined) throw found.unavailable;
  return found;
};
