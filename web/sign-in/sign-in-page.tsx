/** The page at which one signs in; it goes on to the address that it was given. */
import { useSearch } from '@tanstack/react-router';
import { SignIn } from './sign-in.tsx';

export function SignInPage() {
  const { to = '/' } = useSearch({ from: '/sign-in' });
  return <SignIn to={to} />;
}
