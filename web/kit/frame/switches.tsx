/** How the screen is to be: its language and its brightness. */
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useLanguage } from '../language.tsx';
import { themes, useTheme } from '../theme.ts';

export function LanguageSwitch() {
  const { language, words, choose } = useLanguage();
  return (
    <ToggleButtonGroup
      className="switch"
      aria-label={words.frame.language}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[language]}
      onSelectionChange={(keys) => choose(keys.has('ko') ? 'ko' : 'en')}
    >
      <ToggleButton id="ko" lang="ko">
        한국어
      </ToggleButton>
      <ToggleButton id="en" lang="en">
        English
      </ToggleButton>
    </ToggleButtonGroup>
  );
}

export function ThemeSwitch() {
  const { words } = useLanguage();
  const [theme, choose] = useTheme();
  return (
    <ToggleButtonGroup
      className="switch"
      aria-label={words.frame.theme}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[theme]}
      onSelectionChange={(keys) => choose(themes.find((one) => keys.has(one)) ?? 'system')}
    >
      {themes.map((one) => (
        <ToggleButton key={one} id={one} aria-label={words.frame.themes[one]}>
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            {themeMarks[one]}
          </svg>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

const themeMarks = {
  system: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
    </>
  ),
  light: (
    <>
      <circle cx="8" cy="8" r="3.2" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path
        d="M8 .8v2M8 13.2v2M.8 8h2M13.2 8h2M2.9 2.9l1.4 1.4M11.7 11.7l1.4 1.4M2.9 13.1l1.4-1.4M11.7 4.3l1.4-1.4"
        stroke="currentColor"
        strokeWidth="1.4"
      />
    </>
  ),
  dark: <path d="M13.4 9.8A5.8 5.8 0 0 1 6.2 2.6a5.8 5.8 0 1 0 7.2 7.2z" fill="currentColor" />,
};
