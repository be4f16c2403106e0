/** Signing in in the place of a page that asks for a session; the address stays. */
import { useLocation } from '@tanstack/react-router';
import { SignIn } from './sign-in.tsx';

export default function SignInHere() {
  const { href } = useLocation();
  return <SignIn to={href} />;
}
