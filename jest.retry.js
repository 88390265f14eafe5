// In CI a test that fails runs once more, and the first failure is printed: other work on the machine is no fault.
if (process.env.CI === 'true') jest.retryTimes(1, { logErrorsBeforeRetry: true });
