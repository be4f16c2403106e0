/** Light or dark: as the system has it unless somebody chose, and the choice is remembered on this machine. */
import { useSyncExternalStore } from 'react';

export const themes = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themes)[number];

const REMEMBERED = 'firsthand.theme';
const listeners = new Set<() => void>();

export function rememberedTheme(): ThemeChoice {
  const remembered = localStorage.getItem(REMEMBERED);
  return themes.find((theme) => theme === remembered) ?? 'system';
}

/** Sets the theme on the page; `system` leaves the page to the reader's settings. */
export function applyTheme(theme: ThemeChoice): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

function chooseTheme(theme: ThemeChoice): void {
  localStorage.setItem(REMEMBERED, theme);
  applyTheme(theme);
  for (const tell of listeners) tell();
}

export function useTheme(): [ThemeChoice, (theme: ThemeChoice) => void] {
  const theme = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, rememberedTheme);
  return [theme, chooseTheme];
}
