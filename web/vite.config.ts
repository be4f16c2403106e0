/** Builds the browser's files into `dist/web`, from where the server gives them out. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    manifest: true, // lets the benchmark of the first page count what that page loads
    // light-dark() and the CSS Custom Highlight API exist from about here on; nothing is rewritten for older ones.
    target: ['chrome123', 'edge123', 'firefox140', 'safari17.5'],
  },
  server: { proxy: { '/api': process.env.FIRSTHAND_URL ?? 'http://127.0.0.1:4680' } },
});
