/** Starts the client: what a link brought is seen to first, then the page that the address names is shown. */
// Pretendard (SIL Open Font License) in 92 pieces by Unicode range: a page fetches those that its words need.
import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css';
import './kit/theme.css';
import './kit/base.css';
import './kit/controls.css';
import './kit/page.css';
import './kit/numbers.css';
import './kit/sheet.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from './kit/language.tsx';
import { createQueryClient } from './kit/queries.ts';
import { applyTheme, rememberedTheme } from './kit/theme.ts';
import { createClientRouter } from './router.tsx';
import { arrive } from './sign-in/arrival.ts';

applyTheme(rememberedTheme());
await arrive();
// A link opened in a tab that already shows the client changes the fragment alone.
addEventListener('hashchange', () => void arrive().then((came) => came && location.reload()));

const queries = createQueryClient();
const router = createClientRouter(queries);
const place = document.getElementById('app');
if (place === null) throw new Error('index.html has no element #app');
createRoot(place).render(
  <StrictMode>
    <LanguageProvider>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </LanguageProvider>
  </StrictMode>,
);
