import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import type { HostTexts } from './host-texts.ts';

export interface MenuActions {
  readonly addPhotos: (kind: 'files' | 'folder') => void;
  /** developer tools are for those who run from source */
  readonly development: boolean;
}

/** Sets the application menu; called again when the language changes. */
export function setMenu(texts: HostTexts, actions: MenuActions): void {
  const mac = process.platform === 'darwin';
  const developer: MenuItemConstructorOptions[] = actions.development ? [{ role: 'toggleDevTools', label: texts.developerTools }] : [];
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: texts.file,
      submenu: [
        { label: texts.addPhotos, click: () => actions.addPhotos('files') },
        { label: texts.addFolder, click: () => actions.addPhotos('folder') },
        { type: 'separator' },
        mac ? { role: 'close', label: texts.close } : { role: 'quit', label: texts.quit },
      ],
    },
    {
      label: texts.edit,
      submenu: [
        { role: 'undo', label: texts.undo },
        { role: 'redo', label: texts.redo },
        { type: 'separator' },
        { role: 'cut', label: texts.cut },
        { role: 'copy', label: texts.copy },
        { role: 'paste', label: texts.paste },
        { role: 'selectAll', label: texts.selectAll },
      ],
    },
    {
      label: texts.view,
      submenu: [
        { role: 'reload', label: texts.reload },
        ...developer,
        { type: 'separator' },
        { role: 'resetZoom', label: texts.resetZoom },
        { role: 'zoomIn', label: texts.zoomIn },
        { role: 'zoomOut', label: texts.zoomOut },
        { role: 'togglefullscreen', label: texts.fullScreen },
      ],
    },
    { label: texts.window, submenu: [{ role: 'minimize', label: texts.minimize }, { role: 'close', label: texts.close }] },
    { role: 'help', label: texts.help, submenu: [{ role: 'about', label: texts.about }] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
