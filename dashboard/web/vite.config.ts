import { defineConfig } from 'vitest/config';

// The page is served from the program's own binary under a policy without inline code, so nothing is inlined and nothing is
// polyfilled by injected scripts. File names carry content hashes: the same sources give the same names.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    sourcemap: false,
  },
  server: {
    // `npm run dev` beside a running server: NODELEDGER_API=http://127.0.0.1:8080 npm run dev
    proxy: process.env.NODELEDGER_API ? { '/api': process.env.NODELEDGER_API } : undefined,
  },
  test: { environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}'], restoreMocks: true },
});
