import { MasterKeys } from '../../src/platform/personal-data/master-keys.ts'

/** The keys of all tests: the same in every file, so that a test server and a test read each other's data. */
export const testKeys = new MasterKeys('test:dGVzdGtleXRlc3RrZXl0ZXN0a2V5dGVzdGtleTEyMzQ=')
