package folder

import "syscall"

// silent are the file systems whose files change without this machine hearing of it: those of a network, of a virtual
// machine's host, and those that a program answers. The numbers are those of statfs(2).
var silent = map[uint32]bool{
	0x6969:     true, // NFS
	0x517b:     true, // SMB
	0xff534d42: true, // CIFS
	0xfe534d42: true, // SMB2
	0x65735546: true, // FUSE: sshfs, the folders of a virtual machine, cloud drives
	0x01021997: true, // 9P: Windows' drives seen from its Linux
	0x5346414f: true, // AFS
	0x6b414653: true, // kAFS
	0x00c36400: true, // Ceph
	0x73757245: true, // Coda
	0x564c:     true, // NCP
	0x0bd00bd0: true, // Lustre
	0x47504653: true, // GPFS
	0x01161970: true, // GFS2
	0x7461636f: true, // OCFS2
	0x786f4256: true, // VirtualBox
	0xbacbacbc: true, // VMware
	0x7c7c6673: true, // Parallels
}

// tellsChanges tells whether the system reports every change below a folder.
func tellsChanges(dir string) bool {
	var s syscall.Statfs_t
	if err := syscall.Statfs(dir, &s); err != nil {
		return true // setting the watch will fail, or not
	}
	return !silent[uint32(s.Type)]
}
