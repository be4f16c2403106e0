/** An account that is opened by its heading, and by the address that names it. */
import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';

export function Folded({
  id,
  title,
  aside,
  children,
}: {
  id: string;
  title: string;
  /** Said after the heading in a quieter voice. */
  aside: string;
  children: ReactNode;
}) {
  const { hash } = useLocation();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (hash === id) setOpen(true);
  }, [hash, id]);
  return (
    <details id={id} className="theme" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h3>{title}</h3> <span className="quiet">{aside}</span>
      </summary>
      <div className="theme-told">{children}</div>
    </details>
  );
}
