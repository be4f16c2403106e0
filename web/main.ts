/**
 * The first script of the page. Unless told before the first schema is made, Zod tries whether it may make functions
 * from text, which the server's policy forbids and the browser's console then reports.
 */
import { z } from 'zod';

z.config({ jitless: true });
await import('./app.tsx');
