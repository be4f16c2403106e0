/** Shown where a page could not be read; without a session it says how to get one. */
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Button } from 'react-aria-components/Button';
import { Refusal } from '../http.ts';
import { useLanguage } from '../language.tsx';
import { NoSuchPage } from './no-such-page.tsx';

const SignInHere = lazy(() => import('../../sign-in/sign-in-here.tsx'));

export function FailedPage({ error }: ErrorComponentProps) {
  const { words, of } = useLanguage();
  const router = useRouter();
  if (error instanceof Refusal && error.status === 401) {
    return (
      <Suspense fallback={null}>
        <SignInHere />
      </Suspense>
    );
  }
  if (error instanceof Refusal && error.status === 404) return <NoSuchPage />;
  const told = error instanceof Refusal ? of(error.told) : error instanceof Error ? error.message : '';
  return (
    <section className="plain-page">
      <h1>{words.frame.failed}</h1>
      <p>
        {words.frame.failedHint} {told}
      </p>
      <Button className="button" onPress={() => router.invalidate()}>
        {words.frame.tryAgain}
      </Button>
    </section>
  );
}
