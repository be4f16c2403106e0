/** What follows a sign-in: nothing that was known, or refused, before holds any more. */
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { tellSessionOver } from '../kit/session.ts';
import { forgetNotice } from './arrival.ts';

/** @returns to be called with the address to go to, or without one to stay */
export function useSignedIn(): (to?: string) => Promise<void> {
  const queries = useQueryClient();
  const router = useRouter();
  return useCallback(
    async (to) => {
      forgetNotice();
      tellSessionOver(false);
      queries.clear();
      if (to !== undefined) await router.navigate({ href: to, replace: true });
      await router.invalidate();
    },
    [queries, router],
  );
}
