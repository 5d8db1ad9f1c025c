// After jest's own report: how many fixture cases ran, and what was left out and why (the titles of skipped tests say).
module.exports = class {
  onRunComplete(_contexts, results) {
    const tests = results.testResults.flatMap((file) => file.testResults);
    const cases = tests.filter(
      (test) => test.ancestorTitles[0]?.startsWith('fixtures of ') && test.status !== 'pending',
    );
    const left = tests.filter((test) => test.status === 'pending').map((test) => test.fullName);
    process.stderr.write(
      `${cases.length} fixture cases; left out: ${left.length === 0 ? 'nothing' : left.join('; ')}\n`,
    );
  }
};
