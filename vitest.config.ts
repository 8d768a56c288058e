import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{shared,collector,attest-server,verify,demo-site,e2e,bench,tools}/**/*.test.{ts,mjs}'],
    // Tests start servers and count on nobody else's clock; two processors are what a CI has.
    testTimeout: 10_000,
  },
})
