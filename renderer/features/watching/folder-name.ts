/** The last part of a path, as a person names the folder; of a drive, the drive. */
export const folderName = (path: string): string => path.split(/[/\\]/).findLast((part) => part !== '') ?? path;
