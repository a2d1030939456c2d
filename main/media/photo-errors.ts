import type { PhotoError } from '../../app/photo-check/types.ts';

type Code = PhotoError['code'];

/** What happened and what to do about it; `detail` is the library's own word, kept short. */
const sentences: Record<Code, (file: string) => string> = {
  'not-found': (file) => `${file} does not exist. Check the path, or whether the disk it lies on is connected.`,
  'not-readable': (file) => `${file} cannot be read. Give your user permission to read it, then check it again.`,
  'not-a-file': (file) => `${file} is not a regular file (a device, pipe or socket). Pass pictures or folders.`,
  'empty-file': (file) => `${file} is empty (0 bytes). Export or copy the picture again.`,
  'not-a-picture': (file) => `${file} is not a picture: its content is of another kind, whatever its name says. Export it as JPEG or PNG.`,
  'format-unsupported': (file) => `${file} is a picture of a kind that cannot be decoded here. Save it as JPEG or PNG.`,
  truncated: (file) => `${file} ends before its picture does. Copy or download it again.`,
  'too-many-pixels': (file) => `${file} has more pixels than the limit of 50 megapixels. Export a smaller copy.`,
  'file-too-large': (file) => `${file} is larger than the limit of 256 MB. Export a smaller copy.`,
  'decode-timeout': (file) => `${file} took too long to decode and was given up. Open it in a picture editor and save it again.`,
  'decode-failed': (file) => `${file} is damaged and cannot be decoded. Open it in a picture editor and save it again.`,
  'link-loop': (file) => `${file} is a symbolic link that leads back to itself. Remove the link, or point it at a picture.`,
  'model-unavailable': (file) => `${file} could not be checked because a model is missing. Run npm ci again.`,
  'worker-crashed': (file) => `${file} made the checking process crash twice and was set aside. Open it in a picture editor and save it again.`,
  'engine-stopped-on-it': (file) => `The engine stopped three times while ${file} was being checked, the last time with nothing else in hand. Check it again; if it happens again, open it in a picture editor and save it again.`,
  'disk-full': (file) => `There was no space left for the previews of ${file}. Free some disk space, then check it again.`,
};

/** The error of one file: says which file, what is wrong and what to do; `detail` is added in brackets. */
export function photoError(code: Code, file: string, detail?: string): PhotoError {
  const said = detail?.trim().split('\n')[0]?.slice(0, 200);
  return { file, code, message: said ? `${sentences[code](file)} (${said})` : sentences[code](file) };
}

const byErrno: Readonly<Record<string, Code>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  ENAMETOOLONG: 'not-found',
  EACCES: 'not-readable',
  EPERM: 'not-readable',
  EIO: 'not-readable',
  EISDIR: 'not-a-file',
  ENXIO: 'not-a-file',
  ENODEV: 'not-a-file',
  ELOOP: 'link-loop',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
};

/** The system's error code, e.g. 'ENOENT'; undefined where `cause` is no system error. */
export const errnoOf = (cause: unknown): string | undefined =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;

/** A failed file system call as the error of one file. */
export function systemPhotoError(file: string, cause: unknown): PhotoError {
  const errno = errnoOf(cause);
  const code = (errno && byErrno[errno]) || 'not-readable';
  return photoError(code, file, errno ?? String(cause));
}
