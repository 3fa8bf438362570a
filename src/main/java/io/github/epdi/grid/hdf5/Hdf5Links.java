package io.github.epdi.grid.hdf5;

import io.jhdf.Constants;
import io.jhdf.FractalHeap;
import io.jhdf.GroupSymbolTableNode;
import io.jhdf.LocalHeap;
import io.jhdf.ObjectHeader;
import io.jhdf.Superblock;
import io.jhdf.SymbolTableEntry;
import io.jhdf.Utils;
import io.jhdf.btree.BTreeV1;
import io.jhdf.btree.BTreeV2;
import io.jhdf.btree.record.LinkNameForIndexedGroupRecord;
import io.jhdf.object.message.LinkInfoMessage;
import io.jhdf.object.message.LinkMessage;
import io.jhdf.object.message.SymbolTableMessage;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lists the members of groups by name, with the address of each one's header. Only what lies in the
 * file itself is a member. Soft links and links to other files are left out, so that a file cannot
 * make a reader open another one.
 */
final class Hdf5Links {
  private static final int SOFT_LINK = 2;

  private final Hdf5Storage storage;

  Hdf5Links(Hdf5Storage storage) {
    this.storage = storage;
  }

  /** Returns the address of the root group's header. */
  long root() {
    Superblock superblock = storage.getSuperblock();
    if (superblock instanceof Superblock.SuperblockV0V1 old) {
      return new SymbolTableEntry(storage, old.getRootGroupSymbolTableAddress())
          .getObjectHeaderAddress();
    }
    return ((Superblock.SuperblockV2V3) superblock).getRootGroupObjectHeaderAddress();
  }

  /** Returns the members of the group with a header. The map is empty if it is not a group. */
  Map<String, Long> of(ObjectHeader header) {
    Map<String, Long> members = new LinkedHashMap<>();
    if (header.hasMessageOfType(SymbolTableMessage.class)) {
      addTable(header.getMessageOfType(SymbolTableMessage.class), members);
    } else if (header.hasMessageOfType(LinkInfoMessage.class)) {
      LinkInfoMessage info = header.getMessageOfType(LinkInfoMessage.class);
      if (info.getBTreeNameIndexAddress() == Constants.UNDEFINED_ADDRESS) {
        header.getMessagesOfType(LinkMessage.class).forEach(link -> add(link, members));
      } else {
        addIndexed(info, members);
      }
    }
    return members;
  }

  private void addTable(SymbolTableMessage table, Map<String, Long> members) {
    ByteBuffer names = new LocalHeap(storage, table.getLocalHeapAddress()).getDataBuffer();
    for (long node :
        BTreeV1.createGroupBTree(storage, table.getBTreeAddress()).getChildAddresses()) {
      for (SymbolTableEntry entry :
          new GroupSymbolTableNode(storage, node).getSymbolTableEntries()) {
        if (entry.getCacheType() != SOFT_LINK) {
          names.position(entry.getLinkNameOffset());
          members.put(Utils.readUntilNull(names), entry.getObjectHeaderAddress());
        }
      }
    }
  }

  private void addIndexed(LinkInfoMessage info, Map<String, Long> members) {
    BTreeV2<LinkNameForIndexedGroupRecord> index =
        new BTreeV2<>(storage, info.getBTreeNameIndexAddress());
    FractalHeap heap = new FractalHeap(storage, info.getFractalHeapAddress());
    for (LinkNameForIndexedGroupRecord link : index.getRecords()) {
      add(LinkMessage.fromBuffer(heap.getId(link.getId()), storage.getSuperblock()), members);
    }
  }

  private static void add(LinkMessage link, Map<String, Long> members) {
    if (link.getLinkType() == LinkMessage.LinkType.HARD) {
      members.put(link.getLinkName(), link.getHardLinkAddress());
    }
  }
}
