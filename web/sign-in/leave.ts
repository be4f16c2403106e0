/** After signing out: the page is loaded anew, so that nothing of what was read stays in the browser's memory. */
export function leave(): void {
  location.assign('/sign-in');
}
