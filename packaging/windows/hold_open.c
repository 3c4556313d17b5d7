/* For trying the programs: holds a file open as an office program does, so that no other may write it, or, with a third
   argument, read it. Never shipped. */
#include <windows.h>
#include <stdlib.h>

int wmain(int count, wchar_t **arguments)
{
    DWORD shared = count > 3 ? 0 : FILE_SHARE_READ;
    HANDLE file = CreateFileW(arguments[1], GENERIC_READ | GENERIC_WRITE, shared, NULL, OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE)
        return 1;
    Sleep(1000 * _wtoi(arguments[2]));
    return 0;
}
