/** Behind one's name at the top: the account, the people of the study, the way out. */
import './account-menu.css';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useLanguage } from '../kit/language.tsx';
import { meQuery } from '../kit/queries.ts';
import { signOut } from './api.ts';
import { leave } from './leave.ts';
import { signInWords } from './words.ts';

/** `ledStudy`: the study that is shown, where one leads it. */
export default function AccountMenu({ ledStudy }: { ledStudy?: string }) {
  const { language } = useLanguage();
  const words = signInWords[language].account;
  const { data: me } = useSuspenseQuery(meQuery);
  const navigate = useNavigate();
  const out = useMutation({ mutationFn: signOut, onSuccess: leave });
  return (
    <MenuTrigger>
      <Button className="quiet-button account-button" aria-label={words.menu(me.name)}>
        {me.name}
      </Button>
      <Popover className="popover account-popover" placement="bottom end">
        <Menu className="palette-list" aria-label={words.title}>
          {ledStudy !== undefined && (
            <MenuItem
              onAction={() => void navigate({ to: '/studies/$study/people', params: { study: ledStudy } })}
            >
              {words.people}
            </MenuItem>
          )}
          <MenuItem onAction={() => void navigate({ to: '/me' })}>{words.title}</MenuItem>
          <MenuItem onAction={() => out.mutate()}>{words.signOut}</MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
