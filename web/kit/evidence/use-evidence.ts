/** The drawer stands in the page's address, so that a claim with its evidence open can be sent to somebody. */
import { useNavigate, useSearch } from '@tanstack/react-router';

/** The key of the reference that the drawer shows, if it is open. */
export function useEvidenceKey(): string | undefined {
  return useSearch({ from: '/studies/$study' }).evidence;
}

export function useCloseEvidence(): () => void {
  const navigate = useNavigate();
  return () =>
    void navigate({ to: '.', search: ({ evidence: _, ...rest }) => rest, resetScroll: false, replace: true });
}
