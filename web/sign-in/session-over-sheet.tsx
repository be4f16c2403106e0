/** Over the page on which the session ended: the person signs in again and goes on, with what they wrote still there. */
import { useQueryClient } from '@tanstack/react-query';
import { useLocation, useRouter } from '@tanstack/react-router';
import { useLanguage } from '../kit/language.tsx';
import { meQuery } from '../kit/queries.ts';
import { tellSessionOver } from '../kit/session.ts';
import { Sheet } from '../kit/sheet.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { signInWords } from './words.ts';

export default function SessionOverSheet() {
  const { language } = useLanguage();
  const words = signInWords[language];
  const queries = useQueryClient();
  const router = useRouter();
  const { href } = useLocation();
  const goOn = async () => {
    const before = queries.getQueryData(meQuery.queryKey);
    const now = await queries.fetchQuery({ ...meQuery, staleTime: 0 });
    tellSessionOver(false);
    // Somebody else sees nothing of what was on the screen.
    if (before !== undefined && before.account !== now.account) {
      location.reload();
      return;
    }
    await queries.invalidateQueries();
    await router.invalidate();
  };
  return (
    <Sheet title={words.sessionOver} close={() => tellSessionOver(false)}>
      <p>{words.sessionOverHint}</p>
      <SignInForm place={href} onSignedIn={goOn} />
    </Sheet>
  );
}
